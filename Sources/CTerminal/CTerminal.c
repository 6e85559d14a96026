#define _GNU_SOURCE 1
#define _DARWIN_C_SOURCE 1
#define NCURSES_WIDECHAR 1
#include "CTerminal.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

#include "CTerminalOutput.h"
#include "CTerminalSignals.h"

static SCREEN *screen = NULL;

bool ct_is_terminal(int descriptor) { return isatty(descriptor) == 1; }

static bool is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

bool ct_set_locale(bool wants_utf8) {
  // Characters only: numbers keep their decimal point.
  setlocale(LC_CTYPE, "");
  if (!wants_utf8 || is_utf8()) return is_utf8();
  // The locale that was asked for is not installed, as often after ssh; any with UTF-8 will do.
  const char *names[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8"};
  for (size_t place = 0; place < sizeof names / sizeof names[0]; place++) {
    if (setlocale(LC_CTYPE, names[place]) != NULL && is_utf8()) return true;
  }
  return false;
}

bool ct_knows(const char *terminal_name) {
  int error = 0;
  TERMINAL *before = cur_term;
  bool known = setupterm((char *)terminal_name, STDOUT_FILENO, &error) == OK;
  if (known && cur_term != before) del_curterm(cur_term);
  return known;
}

// A capability's text, NULL where the terminal has none.
static const char *capability(const char *name) {
  char *text = tigetstr((char *)name);
  return text == NULL || text == (char *)-1 ? NULL : text;
}

// Asked for where the terminal speaks ECMA-48; others would print the request: bracketed paste, and
// clicks and the wheel of the mouse with coordinates of any size.
#define MODES_ON "\033[?2004h\033[?1000h\033[?1006h"
#define MODES_OFF "\033[?1006l\033[?1000l\033[?2004l"
// Around a frame: the terminal shows nothing of it until all is there. It is a mode as those are,
// and one that does not know it goes on as ever, so it need not be asked, and no answer comes late.
#define FRAME_BEGINS "\033[?2026h"
#define FRAME_ENDS "\033[?2026l"

static bool is_ansi(void) {
  const char *text = capability("cup");
  return text != NULL && strncmp(text, "\033[", 2) == 0;
}

static void note_reset_bytes(void) {
  ct_forget_reset_bytes();
  if (is_ansi()) ct_add_reset_bytes(FRAME_ENDS MODES_OFF);
  const char *names[] = {"rmkx", "op", "sgr0", "cnorm", "rmcup"};
  for (size_t place = 0; place < sizeof names / sizeof names[0]; place++) {
    const char *text = capability(names[place]);
    if (text != NULL) ct_add_reset_bytes(text);
  }
}

// The library would ask for the keypad itself, if it knew that its output is a terminal's.
static void ask_for_modes(void) {
  ct_add_output(capability("smkx"));
  if (is_ansi()) ct_add_output(MODES_ON);
}

static void take_back_modes(void) {
  if (is_ansi()) ct_add_output(MODES_OFF);
}

static void send_frame(void) {
  ct_send_output(is_ansi() ? FRAME_BEGINS : "", is_ansi() ? FRAME_ENDS : "");
}

static void leave_library(void) {
  ct_remove_handlers();
  if (screen != NULL) delscreen(screen);
  screen = NULL;
  ct_close_output();
}

int ct_open(const char *terminal_name) {
  // Inherited, they freeze the size.
  unsetenv("LINES");
  unsetenv("COLUMNS");
  FILE *output = ct_open_output();
  if (output == NULL) return ct_no_memory;
  ct_save_line();
  // Before newterm: the library handles only signals that are still at their default.
  ct_install_handlers();
  screen = newterm((char *)terminal_name, output, stdin);
  if (screen == NULL || capability("cup") == NULL) {
    int error = screen == NULL ? ct_unknown : ct_too_simple;
    leave_library();
    return error;
  }
  note_reset_bytes();
  ct_set_entered(true);
  ct_take_line();
  nonl();
  typeahead(-1);
  leaveok(stdscr, TRUE);
  curs_set(0);
  ask_for_modes();
  ct_send_output("", "");
  ct_take_size();
  return ct_opened;
}

void ct_close(void) {
  if (screen == NULL) return;
  if (ct_is_entered()) {
    take_back_modes();
    endwin();
    ct_send_reset();
  }
  ct_restore_line();
  ct_set_entered(false);
  leave_library();
}

int ct_colours(void) {
  int colours = tigetnum("colors");
  return colours < 0 ? 0 : colours;
}

bool ct_start_colours(void) { return start_color() == OK && use_default_colors() == OK; }

bool ct_set_pair(int pair, int foreground, int background) {
  return init_pair((short)pair, (short)foreground, (short)background) == OK;
}

const char *ct_key_bytes(const char *name) { return capability(name); }

int ct_width(void) { return screen == NULL ? 0 : COLS; }

int ct_height(void) { return screen == NULL ? 0 : LINES; }

bool ct_take_size(void) {
  struct winsize window;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) != 0) return false;
  if (window.ws_row == 0 || window.ws_col == 0) return false;
  int height = window.ws_row < ct_most_rows ? window.ws_row : ct_most_rows;
  int width = window.ws_col < ct_most_columns ? window.ws_col : ct_most_columns;
  if (height == LINES && width == COLS) return false;
  return resizeterm(height, width) == OK;
}

void ct_blank(void) { erase(); }

void ct_put(int row, int column, const struct ct_cell *cells, int count) {
  cchar_t run[256];
  while (count > 0) {
    int length = count < 256 ? count : 256;
    for (int place = 0; place < length; place++) {
      const struct ct_cell *cell = &cells[place];
      attr_t attributes = A_NORMAL;
      if (cell->attributes & ct_bold) attributes |= A_BOLD;
      if (cell->attributes & ct_dim) attributes |= A_DIM;
      if (cell->attributes & ct_underlined) attributes |= A_UNDERLINE;
      if (cell->attributes & ct_reversed) attributes |= A_REVERSE;
      wchar_t text[2] = {(wchar_t)cell->scalar, 0};
      // Whatever this system holds to be of another width would put the row out of step.
      if (cell->scalar > 0x7e && wcwidth(text[0]) != 1) text[0] = L'?';
      setcchar(&run[place], text, attributes, (short)cell->pair, NULL);
    }
    mvadd_wchnstr(row, column, run, length);
    cells += length;
    column += length;
    count -= length;
  }
}

void ct_add(const char *bytes) { ct_add_output(bytes); }

void ct_show(bool all) {
  if (all) clearok(curscr, TRUE);
  refresh();
  send_frame();
}

void ct_redraw(int row) { wredrawln(stdscr, row, 1); }

int ct_wait(int milliseconds) {
  struct pollfd sources[2] = {
      {.fd = STDIN_FILENO, .events = POLLIN},
      {.fd = ct_signal_descriptor(), .events = POLLIN},
  };
  int count = poll(sources, 2, milliseconds);
  // A signal interrupted the wait; its byte is in the pipe by now.
  if (count < 0) return errno == EINTR ? ct_signal : ct_hang_up;
  int found = 0;
  if (sources[1].revents & POLLIN) found |= ct_signal;
  if (sources[0].revents & POLLIN) found |= ct_input;
  if (sources[0].revents & (POLLHUP | POLLERR | POLLNVAL)) found |= ct_hang_up;
  return found;
}

int ct_read(uint8_t *bytes, int capacity) {
  ssize_t count = read(STDIN_FILENO, bytes, (size_t)capacity);
  if (count >= 0) return (int)count;
  return errno == EINTR || errno == EAGAIN ? -1 : -2;
}

void ct_suspend(void) {
  take_back_modes();
  endwin();
  ct_send_reset();
  ct_restore_line();
  ct_set_entered(false);
  ct_stop();
  ct_forget_stops();
  // The shell, or somebody in it, may have changed the line settings meanwhile.
  ct_save_line();
  ct_resume();
}

void ct_resume(void) {
  // From the background this stops us (SIGTTOU) until we are in the foreground again.
  ct_restore_line();
  // Stopped without warning: leaving and entering anew, whatever was printed meanwhile. Leaving a
  // second time after ct_suspend would move the shell's cursor.
  if (ct_is_entered()) endwin();
  ct_take_line();
  ct_set_entered(true);
  ask_for_modes();
  ct_take_size();
  clearok(curscr, TRUE);
}

int64_t ct_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
