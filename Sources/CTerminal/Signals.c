#include "CTerminal.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// Handlers run between any two instructions: they touch these, which are set before they can run,
// and call only what POSIX calls async-signal-safe.
static int ends[2] = {-1, -1};
static const int watched[] = {SIGINT, SIGTERM, SIGQUIT, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH};
enum { WATCHED = sizeof watched / sizeof watched[0] };
static struct sigaction former[WATCHED];
static struct termios line;
static bool has_line = false;

static void note(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  // A full pipe means that the program has enough to do already.
  ssize_t written = write(ends[1], &byte, 1);
  (void)written;
  errno = saved;
}

int unroll_watch_signals(void) {
  if (ends[0] < 0) {
    if (pipe(ends) != 0) return -1;
    for (int end = 0; end < 2; end++) {
      fcntl(ends[end], F_SETFL, O_NONBLOCK);
      fcntl(ends[end], F_SETFD, FD_CLOEXEC);
    }
  }
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  for (int index = 0; index < WATCHED; index++) {
    sigaction(watched[index], &action, &former[index]);
  }
  return ends[0];
}

void unroll_unwatch_signals(void) {
  for (int index = 0; index < WATCHED; index++) sigaction(watched[index], &former[index], NULL);
}

static void default_action(int number, struct sigaction *before) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, before);
}

void unroll_stop(void) {
  struct sigaction before;
  default_action(SIGTSTP, &before);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &before, NULL);
}

void unroll_raise(int number) {
  default_action(number, NULL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  raise(number);
}

static void crashed(int number) {
  // Paste and mouse modes off, attributes off, cursor on, out of the alternate screen.
  static const char reset[] =
      "\033[?2004l\033[?1000l\033[?1002l\033[?1003l\033[?1006l\033[?1l\033>\033[0m\033[?25h\033[?1049l\r";
  ssize_t written = write(STDOUT_FILENO, reset, sizeof reset - 1);
  (void)written;
  if (has_line) tcsetattr(STDIN_FILENO, TCSANOW, &line);
  default_action(number, NULL);
  raise(number);
}

void unroll_guard_crashes(void) {
  has_line = tcgetattr(STDIN_FILENO, &line) == 0;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = crashed;
  // Deferring the signal would hang a second fault; raise() has to reach the default action.
  action.sa_flags = SA_NODEFER | SA_RESETHAND;
  sigemptyset(&action.sa_mask);
  static const int fatal[] = {SIGTRAP, SIGILL, SIGSEGV, SIGBUS, SIGABRT, SIGFPE};
  for (size_t index = 0; index < sizeof fatal / sizeof fatal[0]; index++) {
    sigaction(fatal[index], &action, NULL);
  }
}
