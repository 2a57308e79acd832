/** Numbers that rrweb names things with. @see https://github.com/rrweb-io/rrweb/tree/main/packages/types */
export const Source = {
  mutation: 0,
  mouseMove: 1,
  mouseInteraction: 2,
  scroll: 3,
  viewportResize: 4,
  input: 5,
  touchMove: 6,
  mediaInteraction: 7,
  styleSheetRule: 8,
  drag: 12,
  styleDeclaration: 13,
  adoptedStyleSheet: 15,
} as const;

export const NodeType = { document: 0, documentType: 1, element: 2, text: 3, cdata: 4, comment: 5 } as const;
