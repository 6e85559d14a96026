// The library writes into memory, a row at a time. From there a frame goes out in one write, through
// a description of the terminal that is ours alone: it can be made not to wait without a word to
// whoever else writes there, and a terminal that is stopped or that nobody reads holds nothing up.
#define _GNU_SOURCE 1
#define _DARWIN_C_SOURCE 1
#include "CTerminalOutput.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <termios.h>
#include <unistd.h>

#include "CTerminal.h"
#include "CTerminalSignals.h"

static FILE *memory = NULL;
// The library writes to the terminal itself: there is no memory that it could write to.
static bool is_direct = false;
static int terminal = -1;
// It is standard output itself, which cannot be kept from waiting: it gets little at a time, and
// only when it says that it takes something.
static bool waits = false;
// A frame was given up in the middle: the terminal may wait for the end of a sequence.
static bool is_cut = false;
static char *gathered = NULL;
static size_t room = 0;

// How long a terminal may take nothing before what it has not read is thrown away.
enum { patience = 250, look = 50, little = 256 };

// More than the largest frame that a usual window takes.
enum { frame_room = 16 << 20 };

static FILE *open_memory(void) {
  // Memory that is written to as a file counts as one for the limit on their size, ulimit -f.
  struct rlimit limit;
  if (getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur < frame_room) return NULL;
#ifdef __linux__
  int descriptor = memfd_create("frame", MFD_CLOEXEC);
  FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "w+");
  if (file != NULL) return file;
  if (descriptor >= 0) close(descriptor);
#endif
  return tmpfile();
}

FILE *ct_open_output(void) {
  char name[256];
  if (ttyname_r(STDOUT_FILENO, name, sizeof name) == 0) {
    terminal = open(name, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  }
  // Somebody else's terminal, as after su, where it is ours to use all the same.
  if (terminal < 0 && tcgetpgrp(STDOUT_FILENO) >= 0) {
    terminal = open("/dev/tty", O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  }
  waits = terminal < 0;
  if (waits) terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  is_cut = false;
  memory = open_memory();
  is_direct = memory == NULL;
  if (!is_direct) return memory;
  int same = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  memory = same < 0 ? NULL : fdopen(same, "w");
  if (memory == NULL && same >= 0) close(same);
  return memory;
}

void ct_close_output(void) {
  if (memory != NULL) fclose(memory);
  if (terminal >= 0) close(terminal);
  free(gathered);
  memory = NULL;
  terminal = -1;
  gathered = NULL;
  room = 0;
}

void ct_add_output(const char *bytes) {
  while (bytes != NULL && *bytes != 0) {
    const char *padding = strstr(bytes, "$<");
    size_t length = padding == NULL ? strlen(bytes) : (size_t)(padding - bytes);
    ssize_t written = write(fileno(memory), bytes, length);
    (void)written;
    const char *end = padding == NULL ? NULL : strchr(padding, '>');
    bytes = end == NULL ? NULL : end + 1;
  }
}

// Takes what was gathered out of the memory, between two texts.
static size_t take(const char *before, const char *after) {
  off_t size = is_direct ? 0 : lseek(fileno(memory), 0, SEEK_CUR);
  if (size <= 0) return 0;
  size_t length = strlen(before) + (size_t)size + strlen(after);
  if (length > room) {
    char *larger = realloc(gathered, length);
    if (larger == NULL) return 0;
    gathered = larger;
    room = length;
  }
  lseek(fileno(memory), 0, SEEK_SET);
  char *end = stpcpy(gathered, before);
  ssize_t count = read(fileno(memory), end, (size_t)size);
  lseek(fileno(memory), 0, SEEK_SET);
  if (count != size) return 0;
  memcpy(end + size, after, strlen(after));
  return length;
}

static bool takes_more(int milliseconds) {
  struct pollfd output = {.fd = terminal, .events = POLLOUT};
  return poll(&output, 1, milliseconds) > 0;
}

static ssize_t write_some(const char *bytes, size_t length) {
  if (!waits) return write(terminal, bytes, length);
  if (takes_more(0)) return write(terminal, bytes, length < little ? length : little);
  errno = EAGAIN;
  return -1;
}

// Writes all of it; false where that was given up, after so many milliseconds in which the terminal
// took nothing, or, without a limit, since a signal wants to end or to stop the program.
static bool write_all(const char *bytes, size_t length, int limit) {
  int waited = 0;
  while (length > 0) {
    ssize_t count = write_some(bytes, length);
    if (count > 0) {
      bytes += count;
      length -= (size_t)count;
      waited = 0;
    } else if (count < 0 && errno != EINTR && errno != EAGAIN) {
      return false;
    } else {
      if (limit < 0 ? ct_is_leaving() : waited >= limit) return false;
      // In short looks, since a signal may come just before the wait.
      if (!takes_more(look)) waited += look;
    }
  }
  return true;
}

void ct_send_output(const char *before, const char *after) {
  size_t length = take(before, after);
  if (length > 0 && !write_all(gathered, length, -1)) is_cut = true;
}

void ct_send_last_output(const char *otherwise, size_t length) {
  size_t usual = take("", "");
  if (is_cut || !write_all(gathered, usual, patience)) ct_force_output(otherwise, length);
  is_cut = false;
}

void ct_force_output(const char *bytes, size_t length) {
  for (int attempt = 0; length > 0 && attempt < patience / look; attempt++) {
    ssize_t count = write_some(bytes, length);
    if (count > 0) {
      bytes += count;
      length -= (size_t)count;
    } else if (count < 0 && errno != EINTR && errno != EAGAIN) {
      return;
    } else {
      // Nobody waits for the frames that lie there any more; and a stopped terminal goes on.
      tcflush(terminal, TCOFLUSH);
      tcflow(terminal, TCOON);
      takes_more(look);
    }
  }
}
