// Signal handlers may call almost nothing. Those of ordinary signals write one byte to a pipe
// that the event loop polls; that of a crash, and of the second signal that is to end the program,
// sends bytes prepared before, restores the line settings and lets the default action happen.
//
// Every signal is among them whose default action would end the program and leave the terminal as
// it is, the real-time ones as well.
#define _GNU_SOURCE 1
#define _DARWIN_C_SOURCE 1
#include "CTerminalSignals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "CTerminal.h"
#include "CTerminalOutput.h"

static const int endings[] = {
    SIGHUP,  SIGINT,  SIGQUIT, SIGTERM, SIGUSR1,   SIGUSR2, SIGALRM,
    SIGPIPE, SIGXCPU, SIGPROF, SIGIO,   SIGVTALRM,
#ifdef SIGSTKFLT
    SIGSTKFLT,
#endif
#ifdef SIGPWR
    SIGPWR,
#endif
};
static const int crashes[] = {SIGTRAP, SIGILL, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGSYS};
#define count_of(list) (sizeof(list) / sizeof((list)[0]))

static int pipe_ends[2] = {-1, -1};
// By the signal's number.
enum { signal_count = 65 };
static struct sigaction before[signal_count];
static bool is_ours[signal_count];
static bool installed = false;

static struct termios line_before;
static bool has_line_before = false;

static volatile sig_atomic_t entered = 0;
static volatile sig_atomic_t ending = 0;
static volatile sig_atomic_t stopping = 0;
static char reset_bytes[320];
static size_t reset_length = 0;
static char handler_stack[64 * 1024];

void ct_save_line(void) { has_line_before = tcgetattr(STDIN_FILENO, &line_before) == 0; }

static void set_line(const struct termios *line) {
  // From the background this stops the process: by the default action, since a handler of ours
  // would be called again and again.
  struct sigaction ours;
  struct sigaction fallback;
  memset(&fallback, 0, sizeof fallback);
  fallback.sa_handler = SIG_DFL;
  bool is_swapped = is_ours[SIGTTOU] && sigaction(SIGTTOU, &fallback, &ours) == 0;
  while (tcsetattr(STDIN_FILENO, TCSANOW, line) != 0 && errno == EINTR) {
  }
  if (is_swapped) sigaction(SIGTTOU, &ours, NULL);
}

void ct_restore_line(void) {
  if (has_line_before) set_line(&line_before);
}

// Keys one by one, without an echo, as they are: no flow control by ctrl-S and ctrl-Q, and ctrl-V,
// ctrl-O and ctrl-Y are keys as any other. Signals stay with their keys.
void ct_take_line(void) {
  if (!has_line_before) return;
  struct termios line = line_before;
  line.c_iflag &= ~(tcflag_t)(ICRNL | INLCR | IGNCR | IXON | IXOFF | ISTRIP);
  line.c_oflag &= ~(tcflag_t)ONLCR;
  line.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | IEXTEN);
  line.c_cc[VMIN] = 1;
  line.c_cc[VTIME] = 0;
  set_line(&line);
}

void ct_set_entered(bool now) { entered = now; }

bool ct_is_entered(void) { return entered; }

void ct_forget_reset_bytes(void) { reset_length = 0; }

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

bool ct_is_leaving(void) { return ending || stopping; }

void ct_send_reset(void) { ct_send_last_output(reset_bytes, reset_length); }

// Only what may be called inside a handler.
static void give_back_and_raise(int number) {
  if (entered) {
    entered = 0;
    signal(SIGTTOU, SIG_IGN);
    ct_force_output(reset_bytes, reset_length);
    if (has_line_before) tcsetattr(STDIN_FILENO, TCSANOW, &line_before);
  }
  ct_raise_again(number);
}

static void handle_crash(int number) { give_back_and_raise(number); }

static void tell(int number) {
  int error = errno;
  uint8_t byte = (uint8_t)number;
  ssize_t sent = write(pipe_ends[1], &byte, 1);
  (void)sent;
  errno = error;
}

static void handle_other(int number) { tell(number); }

static void handle_stop(int number) {
  (void)number;
  stopping = 1;
  tell(SIGTSTP);
}

static void handle_ending(int number) {
  // The second one while the first still waits: the event loop does not come round any more.
  if (ending) give_back_and_raise(number);
  ending = 1;
  tell(number);
}

static void install(int number, void (*handler)(int), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigfillset(&action.sa_mask);
  is_ours[number] = sigaction(number, &action, &before[number]) == 0;
}

// Started to survive a hang-up (nohup) or an interrupt: it stays so.
static void install_unless_ignored(int number, void (*handler)(int), int flags) {
  install(number, handler, flags);
  if (is_ours[number] && before[number].sa_handler == SIG_IGN) {
    sigaction(number, &before[number], NULL);
  }
}

void ct_install_handlers(void) {
  if (installed) return;
  if (pipe_ends[0] < 0 && pipe(pipe_ends) == 0) {
    for (int end = 0; end < 2; end++) {
      fcntl(pipe_ends[end], F_SETFL, O_NONBLOCK);
      fcntl(pipe_ends[end], F_SETFD, FD_CLOEXEC);
    }
  }
  ending = 0;
  stopping = 0;
  // A stack of its own: a crash may be an overflow of the other one.
  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  sigaltstack(&stack, NULL);
  for (size_t place = 0; place < count_of(endings); place++) {
    install_unless_ignored(endings[place], handle_ending, SA_RESTART | SA_ONSTACK);
  }
#ifdef SIGRTMIN
  for (int number = SIGRTMIN; number <= SIGRTMAX && number < signal_count; number++) {
    install_unless_ignored(number, handle_ending, SA_RESTART | SA_ONSTACK);
  }
#endif
  // Without SA_RESTART: a read from the background would be stopped again and again.
  static const int stops[] = {SIGTSTP, SIGTTIN, SIGTTOU};
  for (size_t place = 0; place < count_of(stops); place++) {
    install_unless_ignored(stops[place], handle_stop, 0);
  }
  install(SIGCONT, handle_other, SA_RESTART);
  install(SIGWINCH, handle_other, SA_RESTART);
  for (size_t place = 0; place < count_of(crashes); place++) {
    install(crashes[place], handle_crash, SA_ONSTACK);
  }
  installed = true;
}

void ct_remove_handlers(void) {
  if (!installed) return;
  for (int number = 1; number < signal_count; number++) {
    if (is_ours[number]) sigaction(number, &before[number], NULL);
    is_ours[number] = false;
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
  stopping = 0;
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
