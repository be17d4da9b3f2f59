/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-qr.h"

G_BEGIN_DECLS

/* What to do about columns that depend on others. Private to this room.
 *
 * @names: (array length=k): the columns' names; a %NULL one is never named
 * @effect: the column that must stay; G_MAXSIZE for none */
typedef struct
{
  const char *const *names;
  gsize k;
  gsize effect;
} WmColumnRules;

gboolean wm_collinear_resolve (WmQr                *qr,
                               const WmColumnRules *rules,
                               gboolean            *dropped,
                               WmMessageList       *messages,
                               GError             **error);

G_END_DECLS
