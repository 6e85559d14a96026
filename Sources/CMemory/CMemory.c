#include "CMemory.h"

#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>

bool unroll_keep_freed_memory(void) {
  // 32 MiB is the largest piece that glibc lets lie among the others.
  return mallopt(M_MMAP_THRESHOLD, 32 << 20) == 1 && mallopt(M_TRIM_THRESHOLD, 256 << 20) == 1;
}
#else
bool unroll_keep_freed_memory(void) { return false; }
#endif
