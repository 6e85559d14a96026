/// ncurses for Swift: its macros, its variadic functions and its shared variables as plain
/// functions, and the few things that only a signal handler may do.
#ifndef UNROLL_CTERMINAL_H
#define UNROLL_CTERMINAL_H

#include <stdbool.h>
#include <stdint.h>

#define UNROLL_KEY_CODE 0x01000000

/// Takes the terminal: keys unechoed and at once, keypad, bracketed paste.
/// Returns false where TERM is unset or unknown to ncurses.
bool unroll_enter(void);
/// Gives the terminal back; enter may follow.
void unroll_leave(void);
/// How many colours the terminal's description names, 0 where there are none.
int unroll_colours(void);
/// Whether the terminal can move its cursor at all; "dumb" cannot.
bool unroll_can_draw(void);
/// Reads the window's size anew and tells ncurses; everything is painted again after it.
void unroll_resize(int *width, int *height);
/// Puts a run of characters at a place. Colours are indices of the palette, −1 the terminal's own.
void unroll_put(int column, int row, const uint32_t *scalars, int count,
                int foreground, int background, bool bold, bool dim, bool underlined, bool reversed);
/// Sends what changed.
void unroll_flush(void);
/// Forgets what the screen shows, so that the next flush sends all of it.
void unroll_forget(void);
/// Makes the next flush send the whole of a row, whatever ncurses believes to stand there.
void unroll_redraw(int row);
/// A key that is there already: a Unicode scalar, or UNROLL_KEY_CODE + a code below; −1 for none.
int32_t unroll_key(void);

enum {
  UNROLL_KEY_UP = 1, UNROLL_KEY_DOWN, UNROLL_KEY_LEFT, UNROLL_KEY_RIGHT, UNROLL_KEY_HOME,
  UNROLL_KEY_END, UNROLL_KEY_PAGE_UP, UNROLL_KEY_PAGE_DOWN, UNROLL_KEY_ENTER,
  UNROLL_KEY_BACK_TAB, UNROLL_KEY_BACKSPACE, UNROLL_KEY_DELETE, UNROLL_KEY_PASTE_BEGIN,
  UNROLL_KEY_PASTE_END, UNROLL_KEY_OTHER,
  /// The first function key is one more than this.
  UNROLL_KEY_FUNCTION = 100,
};

/// Installs handlers that write the signal's number to a pipe and do nothing else.
/// Returns the pipe's end to read from, −1 where there can be none.
int unroll_watch_signals(void);
/// Gives the signals their former handlers back.
void unroll_unwatch_signals(void);
/// Stops the process as Ctrl-Z would, and returns once it is continued.
void unroll_stop(void);
/// Ends the process by a signal, so that the shell sees which.
void unroll_raise(int signal_number);
/// Makes a crash leave the terminal whole: reset bytes, line settings, then the default action.
void unroll_guard_crashes(void);

#endif
