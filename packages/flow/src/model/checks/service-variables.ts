/** Variables that the system sets by itself and scripts may use and change (calculator-language, 4.2), and those of an order with a special role. */
export const serviceVariables: readonly string[] = [
  'phone',
  'notSubscribed',
  'clientBlocked',
  'viewed_page',
  'story_url',
  'ok_user_id',
  'callback_query_id',
  'avito_profile',
  'avito_order_id',
  'avito_order_url',
  'budget',
  'Название',
  'Name',
  'Описание',
  'Description',
]
