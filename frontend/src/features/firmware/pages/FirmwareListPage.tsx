import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useFormat } from "#/shared/lib/useFormat";
import { Ago } from "#/shared/operator/Ago";
import { ListPage } from "#/shared/operator/ListPage";
import { Badge } from "#/shared/ui/Badge";
import { Button } from "#/shared/ui/Button";
import { Icon } from "#/shared/ui/Icon";
import { LoadMore } from "#/shared/ui/LoadMore";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { type Firmware, firmwareListQuery } from "../api/firmware";
import { FirmwareBadge } from "../components/FirmwareBadge";
import { FirmwareForm } from "../components/FirmwareForm";

/** Images that chargers can be asked to install. */
export function FirmwareListPage() {
  const { t } = useLingui();
  const query = useInfiniteQuery(firmwareListQuery);
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <ListPage
        title={t`Firmware`}
        lead={<Trans>Upload an image once, install it on one charger or on many.</Trans>}
        action={
          <Button
            kind="primary"
            icon={<Icon name="plus" className="size-4" />}
            onClick={() => setAdding(true)}
          >
            <Trans>Upload firmware</Trans>
          </Button>
        }
        query={query}
        empty={{
          icon: "file-down",
          title: t`No firmware yet`,
          text: <Trans>Upload the image that the maker of your chargers gave you.</Trans>,
        }}
        more={<LoadMore query={query} />}
      >
        {(firmware) => <FirmwareTable firmware={firmware} />}
      </ListPage>
      {isAdding ? <FirmwareForm onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function FirmwareTable({ firmware }: { firmware: Firmware[] }) {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <Table
      caption={t`Firmware`}
      head={
        <>
          <Th>{t`Name`}</Th>
          <Th>{t`Version`}</Th>
          <Th>{t`For`}</Th>
          <Th className="text-right">{t`Size`}</Th>
          <Th>{t`State`}</Th>
          <Th>{t`Uploaded`}</Th>
        </>
      }
    >
      {firmware.map((one) => (
        <Tr key={one.firmware_id}>
          <Td className="min-w-44">
            <Link
              to="/admin/firmware/$firmwareId"
              params={{ firmwareId: one.firmware_id }}
              className="font-medium text-brand-ink underline-offset-4 hover:underline"
            >
              {one.label}
            </Link>
          </Td>
          <Td className="font-mono text-xs">{one.version}</Td>
          <Td className="text-muted">{[one.vendor, one.model].join(" ").trim() || t`any`}</Td>
          <Td numeric>{one.size_bytes === null ? "–" : format.bytes(one.size_bytes)}</Td>
          <Td part="corner">
            <FirmwareBadge state={one.state} />
            {one.is_signed ? <Badge className="ml-2">{t`Signed`}</Badge> : null}
          </Td>
          <Td className="text-muted">
            <Ago at={one.created_at} />
          </Td>
        </Tr>
      ))}
    </Table>
  );
}
