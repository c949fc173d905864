import { Trans, useLingui } from "@lingui/react/macro";
import { useProfile } from "#/shared/auth/profile";
import { useFormat } from "#/shared/lib/useFormat";
import { Button, ButtonLink } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { Facts } from "#/shared/ui/Facts";
import { Icon } from "#/shared/ui/Icon";
import { PageHeader } from "#/shared/ui/PageHeader";
import { Preferences } from "#/shared/ui/Preferences";
import { MyTags } from "../components/MyTags";

export function ProfilePage() {
  const { t } = useLingui();
  const format = useFormat();
  const profile = useProfile();
  const leave = () => import("#/shared/auth/oidc").then(({ signOut }) => signOut());
  return (
    <div className="mx-auto w-full max-w-2xl px-4 pt-6 md:pt-10">
      <PageHeader
        title={t`Profile`}
        actions={
          profile.role === "ADMIN" ? (
            <ButtonLink to="/admin" preload={false}>
              <Trans>Operator area</Trans>
            </ButtonLink>
          ) : null
        }
      />
      <div className="grid gap-5">
        <Section title={<Trans>You</Trans>}>
          <Facts
            facts={[
              { label: t`Name`, value: profile.name },
              profile.email ? { label: t`E-mail`, value: profile.email } : null,
              { label: t`With us since`, value: format.date(profile.created_at) },
            ]}
          />
        </Section>
        <Section title={<Trans>Cards and tags</Trans>} flush>
          <MyTags userId={profile.user_id} />
        </Section>
        <Section title={<Trans>Language and theme</Trans>}>
          <Preferences />
        </Section>
        <Button icon={<Icon name="log-out" className="size-4" />} onClick={leave}>
          <Trans>Sign out</Trans>
        </Button>
      </div>
    </div>
  );
}
