// What holds from the first instruction on, before the program's own code and before Swift's
// runtime, which answers the signals of a crash and SIGQUIT with a backtrace that waits half a minute
// for somebody to read it. It leaves alone what has a handler already; SWIFT_BACKTRACE asks for it.
#define _GNU_SOURCE 1
#define _DARWIN_C_SOURCE 1
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "CTerminal.h"

static void set(int number, void (*handler)(int)) {
  struct sigaction before;
  struct sigaction action;
  if (sigaction(number, NULL, &before) != 0 || before.sa_handler == SIG_IGN) return;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

static void start(char **environment) {
  // A file that may not grow further is an error of the write, which has a sentence.
  set(SIGXFSZ, SIG_IGN);
  static const char name[] = "SWIFT_BACKTRACE=";
  for (char **entry = environment; entry != NULL && *entry != NULL; entry++) {
    if (strncmp(*entry, name, sizeof name - 1) == 0) return;
  }
  static const int ends[] = {SIGQUIT, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP};
  for (size_t place = 0; place < sizeof ends / sizeof ends[0]; place++) {
    set(ends[place], ct_raise_again);
  }
}

#ifdef __linux__
static void start_first(int count, char **arguments, char **environment) {
  (void)count;
  (void)arguments;
  start(environment);
}
// Run before the constructors of any library, so that there is no moment in between.
__attribute__((section(".preinit_array"), used)) static void (*const first)(int, char **, char **) =
    start_first;
#else
extern char **environ;
__attribute__((constructor)) static void start_early(void) { start(environ); }
#endif
