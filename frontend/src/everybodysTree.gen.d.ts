/** Typed as the whole tree: what the generator left out of this one is added behind the guard. */
export { routeTree } from "./routeTree.gen";
