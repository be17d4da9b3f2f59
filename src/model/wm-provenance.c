/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Where observations come from: the file, its digest, and what became of its rows. */

#include "config.h"

#include "wm-provenance.h"

G_DEFINE_BOXED_TYPE (WmProvenance, wm_provenance, wm_provenance_copy, wm_provenance_free)

/**
 * wm_provenance_new:
 *
 * Makes an empty provenance.
 *
 * Returns: (transfer full): the provenance
 */
WmProvenance *
wm_provenance_new (void)
{
  return g_new0 (WmProvenance, 1);
}

/**
 * wm_provenance_copy:
 * @self: a provenance
 *
 * Copies a provenance.
 *
 * Returns: (transfer full): the copy
 */
WmProvenance *
wm_provenance_copy (const WmProvenance *self)
{
  WmProvenance *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->file_name = g_strdup (self->file_name);
  copy->sha256 = g_strdup (self->sha256);
  copy->kind = g_strdup (self->kind);
  copy->family = g_strdup (self->family);
  copy->dataset = g_strdup (self->dataset);
  copy->as_at = g_strdup (self->as_at);
  copy->imported_at = g_strdup (self->imported_at);
  copy->mapping = g_strdup (self->mapping);
  return copy;
}

/**
 * wm_provenance_free:
 * @self: (transfer full) (nullable): a provenance
 *
 * Frees a provenance.
 */
void
wm_provenance_free (WmProvenance *self)
{
  if (self == NULL)
    return;
  g_free (self->file_name);
  g_free (self->sha256);
  g_free (self->kind);
  g_free (self->family);
  g_free (self->dataset);
  g_free (self->as_at);
  g_free (self->imported_at);
  g_free (self->mapping);
  g_free (self);
}
