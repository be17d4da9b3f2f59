/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A person's own pairing of indicators of two frameworks: kept with the indicator as a reference
 * whose scheme is the id of the other framework, so that it travels with the file. */

#include "config.h"

#include "wm-framework-edit.h"

#include "wm-framework-draft-private.h"
#include "wm-framework-read.h"

#include <glib/gi18n-lib.h>

static WmFrameworkItem *
find_indicator (WmFramework *framework, const char *id, GError **error)
{
  WmFrameworkItem *item = wm_framework_find (framework, id);

  if (item != NULL && wm_framework_item_get_kind (item) == WM_ITEM_INDICATOR)
    return item;
  g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_UNKNOWN,
               _("“%1$s” has no indicator “%2$s”"), wm_framework_get_title (framework), id);
  return NULL;
}

static gboolean
is_pairing (const WmFrameworkItem *item, guint part, WmFramework *other, const WmFrameworkItem *other_item)
{
  const char *scheme = wm_framework_item_get_part (item, WM_PART_REFERENCE, part, WM_REFERENCE_SCHEME);
  const char *code = wm_framework_item_get_part (item, WM_PART_REFERENCE, part, WM_REFERENCE_CODE);

  return code != NULL && g_strcmp0 (scheme, wm_framework_get_id (other)) == 0
         && (g_str_equal (code, wm_framework_item_get_id (other_item))
             || wm_framework_item_has (other_item, WM_FIELD_CODE, code));
}

/* A copy of an indicator without the references that pair it with another; %NULL when there are
 * none. */
static WmFrameworkItem *
copy_without_pairing (const WmFrameworkItem *item, WmFramework *other, const WmFrameworkItem *other_item)
{
  g_autoptr (WmFrameworkItem) copy = wm_framework_item_copy (item);
  guint n = wm_framework_item_get_n_parts (item, WM_PART_REFERENCE);

  wm_framework_item_clear_parts (copy, WM_PART_REFERENCE);
  for (guint i = 0; i < n; i++)
    {
      const char *cells[WM_MAX_CELLS] = {
        wm_framework_item_get_part (item, WM_PART_REFERENCE, i, WM_REFERENCE_SCHEME),
        wm_framework_item_get_part (item, WM_PART_REFERENCE, i, WM_REFERENCE_CODE),
      };

      if (!is_pairing (item, i, other, other_item))
        wm_framework_item_add_part (copy, WM_PART_REFERENCE, cells);
    }
  return wm_framework_item_get_n_parts (copy, WM_PART_REFERENCE) < n ? g_steal_pointer (&copy) : NULL;
}

/**
 * wm_framework_edit_pair:
 * @framework: a framework
 * @id: an indicator of it
 * @other: another framework, which is not changed
 * @other_id: an indicator of that one
 * @error: return location for an error
 *
 * Says that two indicators stand for the same thing. [func@framework_compare] puts them into one
 * row from then on.
 *
 * Returns: (transfer full): the step; its focus is the indicator of @framework
 */
WmFrameworkEdit *
wm_framework_edit_pair (WmFramework *framework, const char *id, WmFramework *other, const char *other_id,
                        GError **error)
{
  const WmFrameworkItem *item = find_indicator (framework, id, error);
  const WmFrameworkItem *other_item = item != NULL ? find_indicator (other, other_id, error) : NULL;
  const char *cells[WM_MAX_CELLS] = { wm_framework_get_id (other), other_id };
  g_autoptr (WmFrameworkDraft) draft = NULL;
  g_autoptr (WmFrameworkItem) without = NULL;

  if (other_item == NULL)
    return NULL;
  without = copy_without_pairing (item, other, other_item);
  if (without != NULL)
    {
      g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT, _("“%1$s” is paired with “%2$s” already"),
                   wm_framework_item_get_name (item), wm_framework_item_get_name (other_item));
      return NULL;
    }
  draft = wm_framework_draft_new (framework);
  wm_framework_item_add_part (wm_framework_draft_edit (draft, id), WM_PART_REFERENCE, cells);
  return wm_framework_draft_to_edit (draft, g_strdup_printf (_("Pairing of “%1$s” with “%2$s”"),
                                                             wm_framework_item_get_name (item),
                                                             wm_framework_item_get_name (other_item)), id);
}

/**
 * wm_framework_edit_unpair:
 * @framework: a framework
 * @id: an indicator of it that a person paired
 * @other: the other framework, which is not changed
 * @other_id: the indicator of that one
 * @error: return location for an error
 *
 * Takes a pairing back. Fails with %WM_FRAMEWORK_ERROR_UNKNOWN when @framework does not hold it;
 * it may be kept in the other one.
 *
 * Returns: (transfer full): the step; its focus is the indicator of @framework
 */
WmFrameworkEdit *
wm_framework_edit_unpair (WmFramework *framework, const char *id, WmFramework *other, const char *other_id,
                          GError **error)
{
  const WmFrameworkItem *item = find_indicator (framework, id, error);
  const WmFrameworkItem *other_item = item != NULL ? find_indicator (other, other_id, error) : NULL;
  g_autoptr (WmFrameworkItem) without = NULL;
  g_autoptr (WmFrameworkDraft) draft = NULL;

  if (other_item == NULL)
    return NULL;
  without = copy_without_pairing (item, other, other_item);
  if (without == NULL)
    {
      g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_UNKNOWN,
                   _("“%1$s” was not paired with “%2$s” by hand in “%3$s”"), wm_framework_item_get_name (item),
                   wm_framework_item_get_name (other_item), wm_framework_get_title (framework));
      return NULL;
    }
  draft = wm_framework_draft_new (framework);
  wm_framework_draft_replace (draft, without);
  return wm_framework_draft_to_edit (draft, g_strdup_printf (_("Separation of “%1$s” from “%2$s”"),
                                                             wm_framework_item_get_name (item),
                                                             wm_framework_item_get_name (other_item)), id);
}
