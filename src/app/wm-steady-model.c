/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The same list as another, with every change told from its first item on. The lists on screen of GTK
 * before 4.12 lose count when items go whose first one is out of sight: after a search in a list that
 * is scrolled down they go on showing rows that are gone. What begins at the first item they count
 * right, and rows that are still there keep their place, their focus and their selection. */

#include "config.h"

#include "wm-steady-model.h"

struct _WmSteadyModel
{
  GObject parent_instance;

  GListModel *model; /* owned */
  guint n_items;     /* as last told */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WmSteadyModel, wm_steady_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *list)
{
  return g_list_model_get_item_type (WM_STEADY_MODEL (list)->model);
}

static guint
get_n_items (GListModel *list)
{
  return WM_STEADY_MODEL (list)->n_items;
}

static gpointer
get_item (GListModel *list, guint position)
{
  return g_list_model_get_item (WM_STEADY_MODEL (list)->model, position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
wm_steady_model_finalize (GObject *object)
{
  g_clear_object (&WM_STEADY_MODEL (object)->model);
  G_OBJECT_CLASS (wm_steady_model_parent_class)->finalize (object);
}

static void
wm_steady_model_class_init (WmSteadyModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wm_steady_model_finalize;
}

static void
wm_steady_model_init (WmSteadyModel *self)
{
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, WmSteadyModel *self)
{
  guint n_before = self->n_items;

  self->n_items = g_list_model_get_n_items (model);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->n_items);
}

/**
 * wm_steady_model_new:
 * @model: (transfer full): a list that is filtered or sorted
 *
 * Makes a list for the screen of one that changes in its middle.
 *
 * Returns: (transfer full): the list
 */
GListModel *
wm_steady_model_new (GListModel *model)
{
  WmSteadyModel *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (model), NULL);

  self = g_object_new (WM_TYPE_STEADY_MODEL, NULL);
  self->model = model;
  self->n_items = g_list_model_get_n_items (model);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self, 0);
  return G_LIST_MODEL (self);
}
