#ifndef UNROLL_PROCESSOR_H
#define UNROLL_PROCESSOR_H

/* The instructions this processor has: 4 for x86-64-v4 (AVX-512), 3 for x86-64-v3 (AVX2 and FMA),
   0 for anything else. The operating system's consent is part of the answer. */
int unroll_processor_level(void);

#endif
