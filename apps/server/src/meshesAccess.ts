/** A workspace at Meshes. */
export interface MeshesWorkspace {
  /** UUID. */
  readonly id: string;
  readonly name: string;
}

/** Where Meshes is, and the machine key for it (contract §1). A running sandbox is one. */
export interface MeshesAccess {
  /** With or without `/api/v1`. */
  readonly apiUrl: string;
  readonly organizationId: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** One for each customer of the demo, in their order. */
  readonly workspaces: readonly MeshesWorkspace[];
}
