import { createFileRoute } from "@tanstack/react-router";
import { TagsOfUser } from "#/features/id-tags/components/TagsOfUser";
import { TransactionList } from "#/features/transactions/components/TransactionList";
import { UserPage } from "#/features/users/pages/UserPage";

export const Route = createFileRoute("/admin/users/$userId")({ component: Page });

function Page() {
  const { userId } = Route.useParams();
  return (
    <UserPage key={userId} userId={userId}>
      <TransactionList search={{ user: userId }} />
      <TagsOfUser userId={userId} />
    </UserPage>
  );
}
