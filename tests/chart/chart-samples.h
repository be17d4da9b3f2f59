/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Fictional charts that the tests share, and that the sample program draws to be looked at. */
#pragma once

#include "wm-chart.h"

G_BEGIN_DECLS

WmChart    *chart_sample_new      (const char *name);
const char *chart_sample_get_name (gsize       i);

/* mechanism-samples.c */
WmChart    *mechanism_sample_linked  (void);
WmChart    *mechanism_sample_travel  (void);
WmChart    *mechanism_sample_entries (void);
WmChart    *mechanism_sample_grid    (void);
WmChart    *mechanism_sample_many    (void);
WmChart    *mechanism_sample_one     (void);
WmChart    *mechanism_sample_empty   (void);

G_END_DECLS
