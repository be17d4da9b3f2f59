/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-store-writer.h"

G_BEGIN_DECLS

/* One value of an import in a test; NaN needs a reason. */
typedef struct
{
  const char *indicator;
  const char *breakdown;
  const char *area;
  const char *label;
  double value;
  WmMissing missing;
} WmFixtureRow;

gint64   wm_fixture_import (WmStore            *store,
                            const char         *family,
                            const WmFixtureRow *rows,
                            gsize               n_rows);
void     wm_fixture_add    (WmStoreWriter      *writer,
                            const WmFixtureRow *row);
char    *wm_fixture_make   (const char         *folder,
                            const char         *name);

G_END_DECLS
