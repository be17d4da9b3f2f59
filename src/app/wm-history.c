/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What was edited, to be undone and redone. Every change is in the project file at once; an edit
 * here knows how to make it and how to take it back. */

#include "config.h"

#include "wm-history.h"

typedef struct
{
  char *label;
  WmEditFunc apply;
  WmEditFunc revert;
  gpointer data;
  GDestroyNotify data_free;
} Edit;

struct _WmHistory
{
  GObject parent_instance;

  GPtrArray *edits; /* element-type Edit, oldest first */
  guint n_done;     /* edits that stand; those after it were undone */
};

enum
{
  PROP_0,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WmHistory, wm_history, G_TYPE_OBJECT)

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  if (edit->data_free != NULL)
    edit->data_free (edit->data);
  g_free (edit->label);
  g_free (edit);
}

static void
wm_history_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  WmHistory *self = WM_HISTORY (object);

  switch (property_id)
    {
    case PROP_UNDO_LABEL:
      g_value_set_string (value, wm_history_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, wm_history_get_redo_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
wm_history_finalize (GObject *object)
{
  g_ptr_array_unref (WM_HISTORY (object)->edits);
  G_OBJECT_CLASS (wm_history_parent_class)->finalize (object);
}

static void
wm_history_class_init (WmHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = wm_history_get_property;
  object_class->finalize = wm_history_finalize;

  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* Emitted after an edit was made, undone or redone. */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
wm_history_init (WmHistory *self)
{
  self->edits = g_ptr_array_new_with_free_func (edit_free);
}

static void
tell (WmHistory *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * wm_history_new:
 *
 * Returns: (transfer full): an empty history
 */
WmHistory *
wm_history_new (void)
{
  return g_object_new (WM_TYPE_HISTORY, NULL);
}

/**
 * wm_history_do:
 * @self: a history
 * @label: what the edit does, such as "Add Event"
 * @apply: (scope notified): makes the edit
 * @revert: (scope notified): takes it back
 * @data: (transfer full): what the edit is about; freed on failure too
 * @data_free: frees @data
 * @error: return location for an error
 *
 * Makes an edit. What was undone before can no longer be redone then.
 *
 * Returns: whether it was made
 */
gboolean
wm_history_do (WmHistory      *self,
               const char     *label,
               WmEditFunc      apply,
               WmEditFunc      revert,
               gpointer        data,
               GDestroyNotify  data_free,
               GError        **error)
{
  g_return_val_if_fail (WM_IS_HISTORY (self), FALSE);

  if (!apply (data, error))
    {
      data_free (data);
      return FALSE;
    }
  wm_history_add (self, label, apply, revert, data, data_free);
  return TRUE;
}

/**
 * wm_history_add:
 * @self: a history
 * @label: what the edit did
 * @apply: (scope notified): makes the edit again
 * @revert: (scope notified): takes it back
 * @data: (transfer full): what the edit is about
 * @data_free: frees @data
 *
 * Remembers an edit that was made already, such as an import.
 */
void
wm_history_add (WmHistory      *self,
                const char     *label,
                WmEditFunc      apply,
                WmEditFunc      revert,
                gpointer        data,
                GDestroyNotify  data_free)
{
  Edit *edit;

  g_return_if_fail (WM_IS_HISTORY (self));

  edit = g_new0 (Edit, 1);
  edit->label = g_strdup (label);
  edit->apply = apply;
  edit->revert = revert;
  edit->data = data;
  edit->data_free = data_free;
  g_ptr_array_set_size (self->edits, (int) self->n_done);
  g_ptr_array_add (self->edits, edit);
  self->n_done++;
  tell (self);
}

/**
 * wm_history_undo:
 * @self: a history
 * @error: return location for an error
 *
 * Takes the latest edit back. Does nothing when there is none.
 *
 * Returns: %FALSE when it could not be taken back; it stands then
 */
gboolean
wm_history_undo (WmHistory *self, GError **error)
{
  Edit *edit;

  g_return_val_if_fail (WM_IS_HISTORY (self), FALSE);

  if (self->n_done == 0)
    return TRUE;
  edit = g_ptr_array_index (self->edits, self->n_done - 1);
  if (!edit->revert (edit->data, error))
    return FALSE;
  self->n_done--;
  tell (self);
  return TRUE;
}

/**
 * wm_history_redo:
 * @self: a history
 * @error: return location for an error
 *
 * Makes the edit again that was undone last. Does nothing when there is none.
 *
 * Returns: %FALSE when it could not be made
 */
gboolean
wm_history_redo (WmHistory *self, GError **error)
{
  Edit *edit;

  g_return_val_if_fail (WM_IS_HISTORY (self), FALSE);

  if (self->n_done == self->edits->len)
    return TRUE;
  edit = g_ptr_array_index (self->edits, self->n_done);
  if (!edit->apply (edit->data, error))
    return FALSE;
  self->n_done++;
  tell (self);
  return TRUE;
}

/**
 * wm_history_clear:
 * @self: a history
 *
 * Forgets every edit: another project is open.
 */
void
wm_history_clear (WmHistory *self)
{
  g_return_if_fail (WM_IS_HISTORY (self));

  g_ptr_array_set_size (self->edits, 0);
  self->n_done = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
}

/**
 * wm_history_is_latest:
 * @self: a history
 * @data: what an edit is about
 *
 * Tells whether an edit is the latest and nothing was undone after it: then more of the same can
 * become part of it.
 *
 * Returns: whether it is
 */
gboolean
wm_history_is_latest (WmHistory *self, gconstpointer data)
{
  g_return_val_if_fail (WM_IS_HISTORY (self), FALSE);

  return self->n_done > 0 && self->n_done == self->edits->len
         && ((Edit *) g_ptr_array_index (self->edits, self->n_done - 1))->data == data;
}

/**
 * wm_history_get_undo_label:
 * @self: a history
 *
 * Returns: (nullable): what undoing would take back; %NULL when there is nothing
 */
const char *
wm_history_get_undo_label (WmHistory *self)
{
  g_return_val_if_fail (WM_IS_HISTORY (self), NULL);

  if (self->n_done == 0)
    return NULL;
  return ((Edit *) g_ptr_array_index (self->edits, self->n_done - 1))->label;
}

/**
 * wm_history_get_redo_label:
 * @self: a history
 *
 * Returns: (nullable): what redoing would make again; %NULL when there is nothing
 */
const char *
wm_history_get_redo_label (WmHistory *self)
{
  g_return_val_if_fail (WM_IS_HISTORY (self), NULL);

  if (self->n_done == self->edits->len)
    return NULL;
  return ((Edit *) g_ptr_array_index (self->edits, self->n_done))->label;
}
