// What is sent to the terminal; inside CTerminal only.
#ifndef CTERMINAL_OUTPUT_H
#define CTERMINAL_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

// The file that the library writes to, in memory, or the terminal itself where files may not be
// large enough for a frame; NULL if there is none.
FILE *ct_open_output(void);
void ct_close_output(void);

// Adds to what the library wrote, without the padding $<…> of the terminals of long ago.
void ct_add_output(const char *bytes);
// Sends what was gathered, in one write where the terminal takes it in one. Waits for a terminal
// that takes nothing until a signal wants to end or to stop the program; then the rest is lost.
void ct_send_output(const char *before, const char *after);
// Sends what was gathered; where the terminal takes nothing for a moment, `otherwise` in its place,
// ahead of all that it has not read yet.
void ct_send_last_output(const char *otherwise, size_t length);
// The same inside a signal's handler.
void ct_force_output(const char *bytes, size_t length);

#endif
