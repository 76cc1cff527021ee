export { OrdersPage } from './OrdersPage.tsx'
export { ordersQuery, pipelinesQuery } from './orders.queries.ts'
export { money } from './money.ts'
export { placeName } from './place.ts'
