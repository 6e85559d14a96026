#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include "CTerminal.h"
#include <locale.h>
#include <ncurses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

// ncurses keeps one screen for the whole process; so does this file. All of it is called from the
// main thread alone.
static SCREEN *screen = NULL;

enum { KEY_PASTE_BEGIN = KEY_MAX + 1, KEY_PASTE_END = KEY_MAX + 2 };

// Pairs are handed out as they are asked for; 255 is what every ncurses can hold.
enum { MOST_PAIRS = 255 };
static struct { short foreground, background; } pairs[MOST_PAIRS + 1];
static int pair_count = 0;

static void send(const char *bytes) {
  fputs(bytes, stdout);
  fflush(stdout);
}

bool unroll_enter(void) {
  if (screen == NULL) {
    setlocale(LC_ALL, "");
    // An inherited size would stay as it is when the window changes.
    unsetenv("LINES");
    unsetenv("COLUMNS");
    screen = newterm(NULL, stdout, stdin);
    if (screen == NULL) return false;
    set_term(screen);
    set_escdelay(60);
    if (has_colors()) {
      start_color();
      use_default_colors();
    }
    // Keys that ncurses does not know by every terminal's description.
    define_key("\033[200~", KEY_PASTE_BEGIN);
    define_key("\033[201~", KEY_PASTE_END);
    define_key("\033[H", KEY_HOME);
    define_key("\033OH", KEY_HOME);
    define_key("\033[1~", KEY_HOME);
    define_key("\033[F", KEY_END);
    define_key("\033OF", KEY_END);
    define_key("\033[4~", KEY_END);
    define_key("\033[A", KEY_UP);
    define_key("\033[B", KEY_DOWN);
    define_key("\033[C", KEY_RIGHT);
    define_key("\033[D", KEY_LEFT);
    define_key("\033OA", KEY_UP);
    define_key("\033OB", KEY_DOWN);
    define_key("\033OC", KEY_RIGHT);
    define_key("\033OD", KEY_LEFT);
    define_key("\033[Z", KEY_BTAB);
  }
  cbreak();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  curs_set(0);
  refresh();
  send("\033[?2004h");
  return true;
}

void unroll_leave(void) {
  if (screen == NULL || isendwin()) return;
  send("\033[?2004l");
  curs_set(1);
  endwin();
}

int unroll_colours(void) { return has_colors() ? COLORS : 0; }

bool unroll_can_draw(void) { return cursor_address != NULL && clear_screen != NULL; }

void unroll_resize(int *width, int *height) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0 &&
      (size.ws_row != LINES || size.ws_col != COLS)) {
    resizeterm(size.ws_row, size.ws_col);
  }
  *width = COLS;
  *height = LINES;
}

static int pair_of(int foreground, int background) {
  if (foreground < 0 && background < 0) return 0;
  for (int index = 1; index <= pair_count; index++) {
    if (pairs[index].foreground == foreground && pairs[index].background == background) return index;
  }
  int most = COLOR_PAIRS - 1 < MOST_PAIRS ? COLOR_PAIRS - 1 : MOST_PAIRS;
  if (pair_count >= most) return 0;
  pair_count++;
  pairs[pair_count].foreground = (short)foreground;
  pairs[pair_count].background = (short)background;
  init_pair((short)pair_count, (short)foreground, (short)background);
  return pair_count;
}

void unroll_put(int column, int row, const uint32_t *scalars, int count,
                int foreground, int background, bool bold, bool dim, bool underlined, bool reversed) {
  attr_t attributes = (bold ? A_BOLD : 0) | (dim ? A_DIM : 0) | (underlined ? A_UNDERLINE : 0) |
      (reversed ? A_REVERSE : 0);
  short pair = has_colors() ? (short)pair_of(foreground, background) : 0;
  if (move(row, column) == ERR) return;
  for (int index = 0; index < count; index++) {
    wchar_t text[2] = {(wchar_t)scalars[index], 0};
    cchar_t cell;
    if (setcchar(&cell, text, attributes, pair, NULL) == ERR) continue;
    add_wch(&cell);
  }
}

void unroll_flush(void) {
  // Out of the way of a terminal that shows the cursor all the same.
  move(LINES - 1, 0);
  refresh();
}

void unroll_forget(void) { clearok(curscr, TRUE); }

void unroll_redraw(int row) { wredrawln(stdscr, row, 1); }

int32_t unroll_key(void) {
  wint_t key = 0;
  int kind = get_wch(&key);
  if (kind == ERR) return -1;
  if (kind == OK) return (int32_t)key;
  switch ((int)key) {
    case KEY_UP: return UNROLL_KEY_CODE + UNROLL_KEY_UP;
    case KEY_DOWN: return UNROLL_KEY_CODE + UNROLL_KEY_DOWN;
    case KEY_LEFT: return UNROLL_KEY_CODE + UNROLL_KEY_LEFT;
    case KEY_RIGHT: return UNROLL_KEY_CODE + UNROLL_KEY_RIGHT;
    case KEY_HOME: case KEY_A1: return UNROLL_KEY_CODE + UNROLL_KEY_HOME;
    case KEY_END: case KEY_C1: return UNROLL_KEY_CODE + UNROLL_KEY_END;
    case KEY_PPAGE: case KEY_A3: return UNROLL_KEY_CODE + UNROLL_KEY_PAGE_UP;
    case KEY_NPAGE: case KEY_C3: return UNROLL_KEY_CODE + UNROLL_KEY_PAGE_DOWN;
    case KEY_ENTER: return UNROLL_KEY_CODE + UNROLL_KEY_ENTER;
    case KEY_BTAB: return UNROLL_KEY_CODE + UNROLL_KEY_BACK_TAB;
    case KEY_BACKSPACE: return UNROLL_KEY_CODE + UNROLL_KEY_BACKSPACE;
    case KEY_DC: return UNROLL_KEY_CODE + UNROLL_KEY_DELETE;
    case KEY_PASTE_BEGIN: return UNROLL_KEY_CODE + UNROLL_KEY_PASTE_BEGIN;
    case KEY_PASTE_END: return UNROLL_KEY_CODE + UNROLL_KEY_PASTE_END;
    default: break;
  }
  for (int number = 1; number <= 12; number++) {
    if ((int)key == KEY_F(number)) return UNROLL_KEY_CODE + UNROLL_KEY_FUNCTION + number;
  }
  return UNROLL_KEY_CODE + UNROLL_KEY_OTHER;
}
