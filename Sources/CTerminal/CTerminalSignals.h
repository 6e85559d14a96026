// What happens at a signal; inside CTerminal only.
#ifndef CTERMINAL_SIGNALS_H
#define CTERMINAL_SIGNALS_H

#include <stdbool.h>

void ct_save_line(void);
void ct_restore_line(void);
// Settings under which keys come one by one.
void ct_take_line(void);

void ct_install_handlers(void);
void ct_remove_handlers(void);
int ct_signal_descriptor(void);
// Whether a signal came that is to end or to stop the program.
bool ct_is_leaving(void);

// While entered, a crash gives the terminal back.
void ct_set_entered(bool entered);
bool ct_is_entered(void);
// Appends to the bytes that a crash sends.
void ct_add_reset_bytes(const char *bytes);
void ct_forget_reset_bytes(void);
// Sends what was gathered, or those bytes where the terminal takes nothing.
void ct_send_reset(void);

// Stops the process as SIGTSTP does by default and returns when it goes on.
void ct_stop(void);
// Drops what the pipe tells of being stopped, going on and the window's size.
void ct_forget_stops(void);

#endif
