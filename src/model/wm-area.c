/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* One area: an authority, a region or England, with its codes, lifetime and links. */

#include "config.h"

#include "wm-area.h"

G_DEFINE_BOXED_TYPE (WmArea, wm_area, wm_area_ref, wm_area_unref)

static void
area_clear (gpointer data)
{
  WmArea *self = data;

  g_free (self->code);
  g_free (self->ons_code);
  g_free (self->name);
  g_free (self->region_code);
  g_free (self->joint_code);
  g_strfreev (self->aliases);
  g_strfreev (self->predecessors);
  g_strfreev (self->successors);
}

/**
 * wm_area_new:
 * @code: the three-digit code
 * @name: the name to show
 * @kind: what it is
 *
 * Makes an area without aliases, links or limits to its lifetime. Whoever makes it fills in the
 * rest before sharing it.
 *
 * Returns: (transfer full): the area
 */
WmArea *
wm_area_new (const char *code, const char *name, WmAreaKind kind)
{
  WmArea *self;

  g_return_val_if_fail (code != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_atomic_rc_box_new0 (WmArea);
  self->code = g_strdup (code);
  self->name = g_strdup (name);
  self->kind = kind;
  self->is_listed = TRUE;
  return self;
}

/**
 * wm_area_ref:
 * @self: an area
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
WmArea *
wm_area_ref (WmArea *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * wm_area_unref:
 * @self: (transfer full): an area
 *
 * Gives a reference back.
 */
void
wm_area_unref (WmArea *self)
{
  g_atomic_rc_box_release_full (self, area_clear);
}

/**
 * wm_area_is_current:
 * @self: an area
 *
 * Tells whether the area still exists.
 *
 * Returns: whether it does
 */
gboolean
wm_area_is_current (const WmArea *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->last_year == 0;
}

/**
 * wm_area_exists_in:
 * @self: an area
 * @year: a statistical year (the year in which it ends)
 *
 * Tells whether the area existed in @year.
 *
 * Returns: whether it did
 */
gboolean
wm_area_exists_in (const WmArea *self, int year)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (self->first_year == 0 || year >= self->first_year)
         && (self->last_year == 0 || year <= self->last_year);
}
