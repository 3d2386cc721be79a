/** The mark in a browser's tab: one beat of a pulse, in lacquer red. */
export const siteIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4" fill="#fbf9f4"/><path d="M3 18h7l4-10 5 17 3-7h7" fill="none" stroke="#a8352a" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/></svg>
`;
