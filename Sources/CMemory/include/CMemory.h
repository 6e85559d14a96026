#ifndef CMEMORY_H
#define CMEMORY_H

#include <stdbool.h>

/// Keeps memory that is freed with the process, for what comes next, up to some hundreds of megabytes.
///
/// Returns false where the system's allocator has no such setting.
bool unroll_keep_freed_memory(void);

#endif
