#include "CProcessor.h"

#if defined(__x86_64__)

/* Asked feature by feature: older runtime libraries do not know the name of a whole level. The rest
   of a level (f16c, lzcnt, movbe) comes with every processor that has the features asked for. */
int unroll_processor_level(void) {
  __builtin_cpu_init();
  int three = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
              __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
  int four = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
             __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") &&
             __builtin_cpu_supports("avx512vl");
  return three ? (four ? 4 : 3) : 0;
}

#else

int unroll_processor_level(void) { return 0; }

#endif
