/// <reference types="vite/client" />
declare module 'parlour/styles.css';
