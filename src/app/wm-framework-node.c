/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A framework as lists of places, for the tree on screen. After an edit or with another filter only
 * what is different changes in the lists, so that the tree keeps its scroll, focus and selection. */

#include "config.h"

#include "wm-framework-node.h"

struct _WmFrameworkNode
{
  GObject parent_instance;

  WmFrameworkItem *item; /* owned */
  char *parent_id;       /* NULL for one that stands below nothing */
  char *path;            /* ids from the top down to this one */
  guint n_indicators;    /* below it, each once; placeholders do not count */
  GListStore *children;  /* owned; of WmFrameworkNode; NULL when nothing below it is shown */
};

G_DEFINE_FINAL_TYPE (WmFrameworkNode, wm_framework_node, G_TYPE_OBJECT)

static void
wm_framework_node_finalize (GObject *object)
{
  WmFrameworkNode *self = WM_FRAMEWORK_NODE (object);

  g_clear_object (&self->children);
  g_clear_pointer (&self->item, wm_framework_item_unref);
  g_free (self->parent_id);
  g_free (self->path);
  G_OBJECT_CLASS (wm_framework_node_parent_class)->finalize (object);
}

static void
wm_framework_node_class_init (WmFrameworkNodeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wm_framework_node_finalize;
}

static void
wm_framework_node_init (WmFrameworkNode *self)
{
}

/* What an update goes by. */
typedef struct
{
  WmFramework *framework;
  GHashTable *shown; /* set of ids; NULL for all */
} Update;

static void update_list (const Update *update, GListStore *list, WmFrameworkNode *parent, GPtrArray *items);

static gboolean
is_shown (const Update *update, const char *id)
{
  return update->shown == NULL || g_hash_table_contains (update->shown, id);
}

/* The framework itself is a place beside its domains, not above them. */
static GPtrArray *
list_children (const Update *update, WmFrameworkItem *item)
{
  GPtrArray *children = g_ptr_array_new ();

  if (wm_framework_item_get_kind (item) == WM_ITEM_FRAMEWORK)
    return children;
  for (guint i = 0; i < wm_framework_item_get_n_children (item); i++)
    {
      WmFrameworkItem *child = wm_framework_find (update->framework,
                                                  wm_framework_item_get_child (item, i));

      if (child != NULL && is_shown (update, wm_framework_item_get_id (child)))
        g_ptr_array_add (children, child);
    }
  return children;
}

static void
collect_indicators (WmFrameworkNode *node, GHashTable *ids)
{
  guint n = node->children != NULL ? g_list_model_get_n_items (G_LIST_MODEL (node->children)) : 0;

  if (wm_framework_node_get_kind (node) == WM_ITEM_INDICATOR
      && !wm_framework_item_is_placeholder (node->item))
    g_hash_table_add (ids, (gpointer) wm_framework_node_get_id (node));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WmFrameworkNode) child = g_list_model_get_item (G_LIST_MODEL (node->children), i);

      collect_indicators (child, ids);
    }
}

static guint
count_indicators (WmFrameworkNode *node)
{
  g_autoptr (GHashTable) ids = NULL;

  if (node->children == NULL)
    return 0;
  ids = g_hash_table_new (g_str_hash, g_str_equal);
  collect_indicators (node, ids);
  return g_hash_table_size (ids);
}

static void
update_node (const Update *update, WmFrameworkNode *node, WmFrameworkItem *item)
{
  g_autoptr (GPtrArray) children = list_children (update, item);

  wm_framework_item_ref (item);
  g_clear_pointer (&node->item, wm_framework_item_unref);
  node->item = item;
  if (children->len > 0 && node->children == NULL)
    node->children = g_list_store_new (WM_TYPE_FRAMEWORK_NODE);
  if (node->children != NULL)
    update_list (update, node->children, node, children);
  node->n_indicators = count_indicators (node);
}

static WmFrameworkNode *
node_new (const Update *update, WmFrameworkNode *parent, const char *parent_id, WmFrameworkItem *item)
{
  WmFrameworkNode *self = g_object_new (WM_TYPE_FRAMEWORK_NODE, NULL);

  self->parent_id = g_strdup (parent_id);
  self->path = g_strjoin ("/", parent != NULL ? parent->path : "", wm_framework_item_get_id (item), NULL);
  update_node (update, self, item);
  return self;
}

/* The place can stay as it is in the list: it is that of the same item, and it can be opened if and
 * only if it could before, which a tree asks but once. */
static gboolean
can_stay (const Update *update, WmFrameworkNode *node, WmFrameworkItem *item)
{
  g_autoptr (GPtrArray) children = NULL;

  if (!g_str_equal (wm_framework_node_get_id (node), wm_framework_item_get_id (item)))
    return FALSE;
  children = list_children (update, item);
  return (children->len > 0) == (node->children != NULL);
}

static gboolean
can_stay_at (const Update *update, GListStore *list, guint position, WmFrameworkItem *item)
{
  g_autoptr (WmFrameworkNode) node = g_list_model_get_item (G_LIST_MODEL (list), position);

  return can_stay (update, node, item);
}

static void
update_at (const Update *update, GListStore *list, guint position, WmFrameworkItem *item)
{
  g_autoptr (WmFrameworkNode) node = g_list_model_get_item (G_LIST_MODEL (list), position);

  update_node (update, node, item);
}

static const char *
get_parent_id (const Update *update, WmFrameworkNode *parent, WmFrameworkItem *item)
{
  WmFrameworkItem *header = wm_framework_get_header (update->framework);

  if (parent != NULL)
    return wm_framework_node_get_id (parent);
  if (wm_framework_item_find_child (header, wm_framework_item_get_id (item)) >= 0)
    return wm_framework_item_get_id (header);
  return NULL;
}

/* Makes a list of places stand for @items: what is the same at its start and at its end stays. */
static void
update_list (const Update *update, GListStore *list, WmFrameworkNode *parent, GPtrArray *items)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint n_start = 0;
  guint n_end = 0;
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);

  while (n_start < MIN (n_old, items->len)
         && can_stay_at (update, list, n_start, g_ptr_array_index (items, n_start)))
    n_start++;
  while (n_end < MIN (n_old, items->len) - n_start
         && can_stay_at (update, list, n_old - 1 - n_end, g_ptr_array_index (items, items->len - 1 - n_end)))
    n_end++;
  for (guint i = n_start; i < items->len - n_end; i++)
    {
      WmFrameworkItem *item = g_ptr_array_index (items, i);

      g_ptr_array_add (fresh, node_new (update, parent, get_parent_id (update, parent, item), item));
    }
  if (n_old - n_start - n_end > 0 || fresh->len > 0)
    g_list_store_splice (list, n_start, n_old - n_start - n_end, fresh->pdata, fresh->len);
  for (guint i = 0; i < n_start; i++)
    update_at (update, list, i, g_ptr_array_index (items, i));
  for (guint i = items->len - n_end; i < items->len; i++)
    update_at (update, list, i, g_ptr_array_index (items, i));
}

typedef struct
{
  const Update *update;
  GPtrArray *roots;
} Roots;

/* What stands at the top: the domains, and what lost its place. */
static void
collect_root_cb (WmFrameworkItem *item, WmFrameworkItem *parent, guint depth, gpointer user_data)
{
  Roots *roots = user_data;

  if (depth == 0 && wm_framework_item_get_kind (item) != WM_ITEM_FRAMEWORK
      && is_shown (roots->update, wm_framework_item_get_id (item)))
    g_ptr_array_add (roots->roots, item);
}

/**
 * wm_framework_nodes_new:
 *
 * Makes an empty list of places.
 *
 * Returns: (transfer full): a list of #WmFrameworkNode
 */
GListStore *
wm_framework_nodes_new (void)
{
  return g_list_store_new (WM_TYPE_FRAMEWORK_NODE);
}

/**
 * wm_framework_nodes_update:
 * @roots: a list of wm_framework_nodes_new()
 * @framework: (nullable): a framework
 * @shown: (nullable) (element-type utf8): set of the ids to show; %NULL for all
 *
 * Has a list stand for a framework: first the framework itself, unless something is looked for, then
 * its domains with all below them, and at the end what has no place.
 */
void
wm_framework_nodes_update (GListStore *roots, WmFramework *framework, GHashTable *shown)
{
  Update update = { framework, shown };
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  Roots collected = { &update, items };

  g_return_if_fail (G_IS_LIST_STORE (roots));

  if (framework != NULL)
    {
      if (shown == NULL)
        g_ptr_array_add (items, wm_framework_get_header (framework));
      wm_framework_walk (framework, collect_root_cb, &collected);
      update_list (&update, roots, NULL, items);
    }
  else
    {
      g_list_store_remove_all (roots);
    }
}

/**
 * wm_framework_node_get_item:
 * @self: a place
 *
 * Returns: (transfer none): the item that stands there
 */
WmFrameworkItem *
wm_framework_node_get_item (WmFrameworkNode *self)
{
  g_return_val_if_fail (WM_IS_FRAMEWORK_NODE (self), NULL);

  return self->item;
}

/**
 * wm_framework_node_get_id:
 * @self: a place
 *
 * Returns: id of the item that stands there
 */
const char *
wm_framework_node_get_id (WmFrameworkNode *self)
{
  return wm_framework_item_get_id (wm_framework_node_get_item (self));
}

/**
 * wm_framework_node_get_kind:
 * @self: a place
 *
 * Returns: what the item is
 */
WmItemKind
wm_framework_node_get_kind (WmFrameworkNode *self)
{
  return wm_framework_item_get_kind (wm_framework_node_get_item (self));
}

/**
 * wm_framework_node_get_parent_id:
 * @self: a place
 *
 * Returns: (nullable): id of the item below which it is; %NULL for the framework and for what stands
 *   nowhere
 */
const char *
wm_framework_node_get_parent_id (WmFrameworkNode *self)
{
  g_return_val_if_fail (WM_IS_FRAMEWORK_NODE (self), NULL);

  return self->parent_id;
}

/**
 * wm_framework_node_get_path:
 * @self: a place
 *
 * Returns: what tells this place from all others, and is the same after an edit
 */
const char *
wm_framework_node_get_path (WmFrameworkNode *self)
{
  g_return_val_if_fail (WM_IS_FRAMEWORK_NODE (self), NULL);

  return self->path;
}

/**
 * wm_framework_node_get_n_indicators:
 * @self: a place
 *
 * Returns: how many indicators are shown below it, each counted once, placeholders not at all
 */
guint
wm_framework_node_get_n_indicators (WmFrameworkNode *self)
{
  g_return_val_if_fail (WM_IS_FRAMEWORK_NODE (self), 0);

  return self->n_indicators;
}

/**
 * wm_framework_node_get_children:
 * @self: a place
 *
 * Returns: (transfer none) (nullable): the places below it; %NULL when there are none
 */
GListModel *
wm_framework_node_get_children (WmFrameworkNode *self)
{
  g_return_val_if_fail (WM_IS_FRAMEWORK_NODE (self), NULL);

  return G_LIST_MODEL (self->children);
}
