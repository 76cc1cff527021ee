/** What deleting a list or a label answers while clients are in it (crm-and-tasks, sections 9 and 10). */
export const notEmpty = "Can't delete list, list not empty"
