using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    (name = "internet", network = (allow = ["public", "private"])),
  ],
  sockets = [(name = "http", address = "*:0", http = (), service = "main")],
);

const worker :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "dist/worker.js")],
  compatibilityDate = "2026-11-01",
  bindings = [
    (name = "MESHES_ORGANIZATION_ID", fromEnvironment = "MESHES_ORGANIZATION_ID"),
    (name = "MESHES_ACCESS_KEY", fromEnvironment = "MESHES_ACCESS_KEY"),
    (name = "MESHES_SECRET_KEY", fromEnvironment = "MESHES_SECRET_KEY"),
    (name = "MESHES_BASE_URL", fromEnvironment = "MESHES_BASE_URL"),
    (name = "WORKSPACE_ID", fromEnvironment = "WORKSPACE_ID"),
  ],
);
