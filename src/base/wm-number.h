/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Room enough for any number that wm_number_format writes. */
#define WM_NUMBER_BUFFER_SIZE 40

gboolean    wm_number_parse          (const char *text,
                                      gssize      length,
                                      double     *number);
const char *wm_number_format         (double      number,
                                      char       *buffer);
char       *wm_number_format_display (double      number,
                                      int         decimals) G_GNUC_WARN_UNUSED_RESULT;
double      wm_number_round          (double      number,
                                      int         decimals);

G_END_DECLS
