/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-status.h"

G_BEGIN_DECLS

/**
 * WmTokens:
 * @WM_TOKENS_LAIT: what LAIT prints instead of a number
 * @WM_TOKENS_EES: what "explore education statistics" prints instead of a number
 */
typedef enum
{
  WM_TOKENS_LAIT,
  WM_TOKENS_EES,
} WmTokens;

gboolean wm_import_cell_parse (const char *text,
                               gsize       length,
                               WmTokens    tokens,
                               double     *value,
                               WmMissing  *missing);
gboolean wm_import_parse_date (const char *text,
                               GDate      *date);

G_END_DECLS
