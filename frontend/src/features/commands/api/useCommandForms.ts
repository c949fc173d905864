import type { CommandGroup } from "./forms/commandForm";
import { useCertificateForms } from "./forms/useCertificateForms";
import { useChargingForms } from "./forms/useChargingForms";
import { useConfigurationForms } from "./forms/useConfigurationForms";
import { useFirmwareForms } from "./forms/useFirmwareForms";
import { useOperationForms } from "./forms/useOperationForms";
import { useSmartChargingForms } from "./forms/useSmartChargingForms";

/** Every command that can be sent, in groups. */
export function useCommandForms(): CommandGroup[] {
  return [
    useChargingForms(),
    useOperationForms(),
    useConfigurationForms(),
    useSmartChargingForms(),
    useFirmwareForms(),
    useCertificateForms(),
  ];
}
