import { PageHeader } from "@/components/ui/page-header";
import { OperationIndex } from "./operation-index";
import { OperationView } from "./operation-view";
import { inline } from "./prose";
import { commonHeaders, type Resource } from "./reference";

/** One page of the reference: what the resource is, its operations at a glance, then each in full. */
export function ResourcePage({
  resource: { title, description, operations },
  resources,
  origin,
}: {
  resource: Resource;
  resources: Resource[];
  origin: string;
}) {
  const common = commonHeaders(resources);
  return (
    <>
      <PageHeader title={title} description={description ? inline(description) : null} />
      <OperationIndex label={`Operations: ${title}`} operations={operations} />
      {operations.map((operation) => (
        <OperationView key={operation.id} {...{ operation, origin, common }} />
      ))}
    </>
  );
}
