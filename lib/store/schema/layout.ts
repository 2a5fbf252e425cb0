/**
 * The number of the layout of the tables. It rises with every change of them, so that a server refuses a database that it
 * would ask for columns that are not there; a test notices a change without a new number.
 */
export const LAYOUT = 3;
