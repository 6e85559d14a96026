// The terminal library as plain functions. Swift cannot see its macros, rejects its global
// variables and lacks its variadic functions; and a signal handler must be written in C.
//
// One terminal, standard input and output, one thread.
#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdbool.h>
#include <stdint.h>

// Errors of ct_open.
enum { ct_opened = 0, ct_unknown = 1, ct_too_simple = 2, ct_no_memory = 3 };

// The largest part of a window that is drawn on; the library counts in 16 bits, and a frame takes
// memory for each of its cells.
enum { ct_most_columns = 1000, ct_most_rows = 500 };

// Bits of ct_cell.attributes.
enum { ct_bold = 1, ct_dim = 2, ct_underlined = 4, ct_reversed = 8 };

// Bits that ct_wait returns; 0 means that the time is over.
enum { ct_input = 1, ct_signal = 2, ct_hang_up = 4 };

struct ct_cell {
  uint32_t scalar;
  uint16_t pair;
  uint16_t attributes;
};

// Before the terminal is entered.
bool ct_is_terminal(int descriptor);
// Makes the locale's character set ours; true if it is UTF-8, false if it is any other.
bool ct_set_locale(bool wants_utf8);
bool ct_knows(const char *terminal_name);

// Saves the line settings, installs the signal handlers, enters the terminal.
int ct_open(const char *terminal_name);
// Gives everything back as it was before ct_open. Can be called again.
void ct_close(void);

int ct_colours(void);
// Until this is called no byte tells of colours. Whether -1 stands for the terminal's own
// foreground and background from now on.
bool ct_start_colours(void);
bool ct_set_pair(int pair, int foreground, int background);
// The bytes that a key sends ("kcuu1"), NULL if the terminal has no such key.
const char *ct_key_bytes(const char *capability);

int ct_width(void);
int ct_height(void);
// Takes on the window's size; true if it is another than before.
bool ct_take_size(void);

void ct_blank(void);
void ct_put(int row, int column, const struct ct_cell *cells, int count);
// Makes the next ct_show send the whole of a row, whatever the library holds to stand there.
void ct_redraw(int row);
// Adds bytes to what the next ct_show sends.
void ct_add(const char *bytes);
// Sends what differs from what the terminal shows, in one write where that can be; with `all`,
// everything.
void ct_show(bool all);

// Waits for input or a signal, -1 milliseconds for as long as it takes.
int ct_wait(int milliseconds);
// Reads what is there: a count, 0 at the end of input, -1 if there is nothing now, -2 on an error.
int ct_read(uint8_t *bytes, int capacity);
// The next signal that arrived, 0 if none is left.
int ct_next_signal(void);
// Gives the terminal back, stops as SIGTSTP stops, and returns when the process goes on.
void ct_suspend(void);
// Takes the terminal again after the process was stopped.
void ct_resume(void);
// Ends the process by a signal's default action, so that its parent sees the signal.
void ct_raise_again(int signal);

// A clock that only goes forward, in milliseconds.
int64_t ct_milliseconds(void);

#endif
