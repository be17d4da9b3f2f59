/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Fictional charts that the tests share, and that the sample program draws to be looked at. */
#pragma once

#include "wm-chart.h"

G_BEGIN_DECLS

WmChart    *chart_sample_new      (const char *name);
const char *chart_sample_get_name (gsize       i);

G_END_DECLS
