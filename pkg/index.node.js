import"./files.node.js";export*from"./index.js";import{default as f}from"./index.js";export{f as default};
