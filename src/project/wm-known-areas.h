/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-area-set.h"
#include "wm-store.h"

G_BEGIN_DECLS

WmAreaSet *wm_known_areas_load (WmStore   *store,
                                gboolean   is_sample,
                                GError   **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
