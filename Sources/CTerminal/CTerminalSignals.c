// Signal handlers may call almost nothing. Those of ordinary signals write one byte to a pipe
// that the event loop polls; the one of a crash sends bytes prepared before, restores the line
// settings and lets the default action happen.
#define _GNU_SOURCE 1
#define _DARWIN_C_SOURCE 1
#include "CTerminalSignals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "CTerminal.h"

static const int ordinary[] = {SIGINT, SIGTERM, SIGQUIT, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH};
static const int crashes[] = {SIGTRAP, SIGILL, SIGSEGV, SIGBUS, SIGABRT, SIGFPE};
enum { ordinary_count = 7, crash_count = 6 };

static int pipe_ends[2] = {-1, -1};
static struct sigaction ordinary_before[ordinary_count];
static struct sigaction crash_before[crash_count];
static bool installed = false;

static struct termios line_before;
static bool has_line_before = false;

static volatile sig_atomic_t entered = 0;
static volatile sig_atomic_t ending = 0;
static char reset_bytes[256];
static size_t reset_length = 0;
static char handler_stack[64 * 1024];

void ct_save_line(void) { has_line_before = tcgetattr(STDIN_FILENO, &line_before) == 0; }

void ct_set_line(const struct termios *line) {
  while (tcsetattr(STDIN_FILENO, TCSANOW, line) != 0 && errno == EINTR) {
  }
}

void ct_restore_line(void) {
  if (has_line_before) ct_set_line(&line_before);
}

void ct_set_entered(bool now) { entered = now; }

bool ct_is_entered(void) { return entered; }

void ct_add_reset_bytes(const char *bytes) {
  while (*bytes != 0 && reset_length < sizeof reset_bytes) {
    // Padding for the terminals of long ago, $<…>, is not meant to be sent.
    if (bytes[0] == '$' && bytes[1] == '<') {
      const char *end = strchr(bytes, '>');
      if (end == NULL) return;
      bytes = end + 1;
    } else {
      reset_bytes[reset_length++] = *bytes++;
    }
  }
}

// Only what may be called inside a handler.
static void give_back_and_raise(int number) {
  if (entered) {
    entered = 0;
    signal(SIGTTOU, SIG_IGN);
    ssize_t sent = write(STDOUT_FILENO, reset_bytes, reset_length);
    (void)sent;
    if (has_line_before) tcsetattr(STDIN_FILENO, TCSANOW, &line_before);
  }
  ct_raise_again(number);
}

static void handle_crash(int number) { give_back_and_raise(number); }

static void handle_ordinary(int number) {
  int error = errno;
  if (number == SIGINT || number == SIGTERM || number == SIGQUIT || number == SIGHUP) {
    // The second one while the first still waits: the event loop does not come round any more.
    if (ending) give_back_and_raise(number);
    ending = 1;
  }
  uint8_t byte = (uint8_t)number;
  ssize_t sent = write(pipe_ends[1], &byte, 1);
  (void)sent;
  errno = error;
}

static void install(int number, void (*handler)(int), int flags, struct sigaction *before) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigfillset(&action.sa_mask);
  sigaction(number, &action, before);
}

void ct_install_handlers(void) {
  if (installed) return;
  if (pipe_ends[0] < 0 && pipe(pipe_ends) == 0) {
    for (int end = 0; end < 2; end++) {
      fcntl(pipe_ends[end], F_SETFL, O_NONBLOCK);
      fcntl(pipe_ends[end], F_SETFD, FD_CLOEXEC);
    }
  }
  // A stack of its own: a crash may be an overflow of the other one.
  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  sigaltstack(&stack, NULL);
  for (int place = 0; place < ordinary_count; place++) {
    install(ordinary[place], handle_ordinary, SA_RESTART, &ordinary_before[place]);
    // Started to survive a hang-up (nohup) or an interrupt: it stays so.
    bool wants_ignored = ordinary[place] == SIGHUP || ordinary[place] == SIGINT ||
                         ordinary[place] == SIGQUIT || ordinary[place] == SIGTSTP;
    if (wants_ignored && ordinary_before[place].sa_handler == SIG_IGN) {
      sigaction(ordinary[place], &ordinary_before[place], NULL);
    }
  }
  for (int place = 0; place < crash_count; place++) {
    install(crashes[place], handle_crash, SA_ONSTACK, &crash_before[place]);
  }
  ending = 0;
  installed = true;
}

void ct_remove_handlers(void) {
  if (!installed) return;
  for (int place = 0; place < ordinary_count; place++) {
    sigaction(ordinary[place], &ordinary_before[place], NULL);
  }
  for (int place = 0; place < crash_count; place++) {
    sigaction(crashes[place], &crash_before[place], NULL);
  }
  installed = false;
}

int ct_signal_descriptor(void) { return pipe_ends[0]; }

int ct_next_signal(void) {
  uint8_t number = 0;
  return read(pipe_ends[0], &number, 1) == 1 ? number : 0;
}

void ct_stop(void) {
  struct sigaction ours;
  struct sigaction fallback;
  memset(&fallback, 0, sizeof fallback);
  fallback.sa_handler = SIG_DFL;
  sigemptyset(&fallback.sa_mask);
  sigaction(SIGTSTP, &fallback, &ours);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}

void ct_forget_stops(void) {
  uint8_t kept[64];
  size_t count = 0;
  int number;
  while (count < sizeof kept && (number = ct_next_signal()) != 0) {
    if (number != SIGTSTP && number != SIGCONT && number != SIGWINCH) {
      kept[count++] = (uint8_t)number;
    }
  }
  ssize_t sent = write(pipe_ends[1], kept, count);
  (void)sent;
}

void ct_raise_again(int number) {
  signal(number, SIG_DFL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  sigprocmask(SIG_UNBLOCK, &only, NULL);
  raise(number);
}
