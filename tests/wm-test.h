/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <gio/gio.h>
#include <math.h>

G_BEGIN_DECLS

/* Relative above 1, absolute below; NaN equals NaN. */
#define wm_assert_close(actual, expected, tolerance) \
  wm_test_assert_close (__FILE__, __LINE__, #actual, (actual), (expected), (tolerance))

void   wm_test_assert_close    (const char *file,
                                int         line,
                                const char *expression,
                                double      actual,
                                double      expected,
                                double      tolerance);
char  *wm_test_make_folder     (void);
void   wm_test_remove_folder   (char       *path);
char  *wm_test_find_real_data  (const char *name);

/* Spins the default main context until @condition holds; fails after ten seconds. */
#define wm_test_spin_until(condition) \
  G_STMT_START { \
    gint64 wm_deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC; \
    while (!(condition)) \
      { \
        if (g_get_monotonic_time () > wm_deadline) \
          g_error ("%s:%d: not reached in ten seconds: %s", __FILE__, __LINE__, #condition); \
        g_main_context_iteration (NULL, FALSE); \
      } \
  } G_STMT_END

G_END_DECLS
