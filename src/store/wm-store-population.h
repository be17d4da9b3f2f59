/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-store.h"

G_BEGIN_DECLS

gboolean wm_store_find_population (WmStore     *self,
                                   const char  *area_code,
                                   int          statistical_year,
                                   double      *population,
                                   GError     **error);

G_END_DECLS
