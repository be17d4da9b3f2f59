/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-store.h"

G_BEGIN_DECLS

void wm_sample_fill              (WmStore *store);
void wm_sample_assert            (WmStore *store);
void wm_sample_assert_frameworks (WmStore *store);

G_END_DECLS
