/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-project.h"

G_BEGIN_DECLS

/**
 * WmGroup:
 * @label: the group in words, such as "Yorkshire and The Humber"
 * @areas: (element-type WmArea): its areas, each once, in the order given
 *
 * A group of areas that somebody asked for. Owned by whoever resolved it.
 */
typedef struct
{
  char *label;
  GPtrArray *areas;
} WmGroup;

WmGroup  *wm_group_resolve   (WmProject         *project,
                              const char *const *items,
                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;
WmGroup  *wm_group_new_region (WmProject        *project,
                              const char        *region_code) G_GNUC_WARN_UNUSED_RESULT;
GStrv     wm_group_split     (const char *const *options) G_GNUC_WARN_UNUSED_RESULT;
void      wm_group_free      (WmGroup           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmGroup, wm_group_free)

G_END_DECLS
