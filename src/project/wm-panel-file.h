/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-panel.h"

G_BEGIN_DECLS

/**
 * WmPanelFileColumns:
 * @area: heading of the column of areas
 * @period: heading of the column of periods
 * @value: heading of the column of values
 *
 * Which columns of a table make a panel.
 */
typedef struct
{
  const char *area;
  const char *period;
  const char *value;
} WmPanelFileColumns;

WmPanel *wm_panel_file_load (const char               *path,
                             const WmPanelFileColumns *columns,
                             GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
